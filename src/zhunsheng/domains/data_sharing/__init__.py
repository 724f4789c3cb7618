"""Sharing of government data (政务数据共享)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="政务数据共享")
