"""How the time that a function takes grows with the length of the text it is given."""
