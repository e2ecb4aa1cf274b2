"""Reading any official file of figures into one shape: figures taken, and cells and rows kept aside with the reason."""
