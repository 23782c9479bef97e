"""What is known of a document beside its words: fields, days, addresses, where it came from.

In: what a page, a mail, a feed or the host declares. Out: values of the model. Knows no reader.
"""
