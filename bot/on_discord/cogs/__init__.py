"""What the bot does on Discord: one file for each group of commands, buttons or messages."""
