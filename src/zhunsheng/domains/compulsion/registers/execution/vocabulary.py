"""The words an execution is described with: by whom, in which way."""

from zhunsheng.engine.registers.fields import Choice

ROUTES = (
    Choice(key="own", label="本机关有强制执行权，自行执行"),
    Choice(key="court", label="没有强制执行权，申请人民法院执行"),
)
KINDS = (
    Choice(key="surcharge", label="加处罚款或者滞纳金"),
    Choice(key="transfer", label="划拨存款、汇款"),
    Choice(key="auction", label="拍卖或者依法处理财物"),
    Choice(key="restore", label="排除妨碍、恢复原状"),
    Choice(key="substitute", label="代履行"),
    Choice(key="other", label="其他强制执行方式"),
)
"""The ways that yearly figures tell apart."""
