"""The face for families and the public: the open calculator and its API. Nothing here asks who the reader is."""
