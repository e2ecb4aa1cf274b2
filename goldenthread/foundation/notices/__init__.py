"""What changed, told to those whom it concerns: on the page, and by e-mail at once or in a digest."""
