"""What people read, in words, files and pictures: days, citations, quotations, timelines, exports.

In: answers of the index. Out: text, files and pictures that both faces show. Knows neither Discord nor the command line.
"""
