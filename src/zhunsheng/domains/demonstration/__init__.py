"""Demonstration building: applications, projects on their way into the store, highlights."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="示范创建")
