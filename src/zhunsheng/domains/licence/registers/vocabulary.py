"""The words a licence case is described with: kinds of licence, of application, of handling."""

from zhunsheng.engine.registers.fields import Choice

KINDS = (
    Choice(key="ordinary", label="普通"),
    Choice(key="recognition", label="认可"),
    Choice(key="verification", label="核准"),
    Choice(key="registration", label="登记"),
    Choice(key="concession", label="特许"),
    Choice(key="other", label="其他"),
)
APPLICATIONS = (
    Choice(key="new", label="新办"),
    Choice(key="change", label="变更"),
    Choice(key="renewal", label="延续"),
)
HANDLINGS = (
    Choice(key="single", label="本机关单独办理"),
    Choice(key="joint", label="统一、联合或者集中办理"),
)
PARTIES = (
    Choice(key="person", label="自然人"),
    Choice(key="organization", label="法人及非法人组织"),
)
