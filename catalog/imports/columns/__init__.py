"""Where the list stands in a file and what its columns mean: header, values and what a person has said before."""
