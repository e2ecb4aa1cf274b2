"""How the facts of a SEN2 return become rows of casework, and how they meet the rows already held."""
