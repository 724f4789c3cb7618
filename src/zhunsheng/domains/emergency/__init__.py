"""Emergency plans and drills (应急预案与演练)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="应急预案与演练")
