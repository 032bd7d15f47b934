"""The demo region: invented producers and buyers around Leipzig, whose messy workbooks run through the real import."""
