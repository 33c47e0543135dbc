"""What the letters of every examined case share: the case with all they quote, and how they are sent."""
