"""A fictional domain with every kind of field, and four registers that refer to each other."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="执法办案（虚构）")
