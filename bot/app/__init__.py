"""What Discord and the shell share: the index awaited, what is remembered, settings, exports, rates.

In: requests and settings. Out: answers, files and pictures. Uses the door and the models of ``index``; knows neither Discord
nor the command line.
"""
