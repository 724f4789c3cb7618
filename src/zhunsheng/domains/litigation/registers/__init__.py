"""
What is recorded of litigation, in the order the work flows.

The lawsuit; letters to the unit that is sued; disputes resolved without judgment; enforcement by the
court; and what is made of it all: circulars, clues, training.
"""

from zhunsheng.domains.litigation.registers.after import DISPUTE, ENFORCEMENT, LETTER
from zhunsheng.domains.litigation.registers.lawsuit import LAWSUIT
from zhunsheng.domains.litigation.registers.oversight import CIRCULAR, CLUE, TRAINING

REGISTERS = (LAWSUIT, LETTER, DISPUTE, ENFORCEMENT, CIRCULAR, CLUE, TRAINING)
"""All of them, in the order people meet them."""
