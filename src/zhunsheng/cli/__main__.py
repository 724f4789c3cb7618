"""`python -m zhunsheng.cli` does what `zhunsheng` does."""

from zhunsheng.cli import main

if __name__ == "__main__":
    main()
