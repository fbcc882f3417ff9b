"""The screen: draws the session's state and turns keys into its actions. It computes nothing."""
