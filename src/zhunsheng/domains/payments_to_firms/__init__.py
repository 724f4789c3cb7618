"""Payments to small and medium-sized firms (中小企业款项支付)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="中小企业款项支付")
