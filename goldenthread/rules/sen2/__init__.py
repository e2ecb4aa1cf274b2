"""The SEN2 return: what it holds, how it is read and written, what is wrong with one. Nothing is opened here."""
