"""What is recorded of demonstration building."""

from zhunsheng.domains.demonstration.registers.applications import APPLICATION
from zhunsheng.domains.demonstration.registers.projects import HIGHLIGHT, PROJECT

REGISTERS = (APPLICATION, PROJECT, HIGHLIGHT)
"""All of them, in the order people meet them."""
