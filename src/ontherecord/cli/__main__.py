"""`python -m ontherecord.cli`: the same as `otr`."""

from ontherecord.cli.app import main

if __name__ == "__main__":
    main()
