"""What the values of a request must agree with, whenever they are saved."""

from zhunsheng.domains.openness.official_vocabulary import GRANTED
from zhunsheng.domains.openness.registers.shared import article
from zhunsheng.engine.registers.procedures import Check, Values

RECEIVED_ON = {
    "in_person": "arrived",
    "mail": "arrived",
    "plain_mail": "confirmed",
    "online": "confirmed",
    "fax": "confirmed",
}
"""Which date is the day of receipt, by the way a request came (article 31)."""


def _received_by_channel(request: Values) -> bool:
    day = request.get(RECEIVED_ON.get(request.get("channel", ""), ""))
    return day is None or bool(day == request.get("received"))


def _confirmed_after_arrival(request: Values) -> bool:
    arrived, confirmed = request.get("arrived"), request.get("confirmed")
    return not arrived or not confirmed or confirmed >= arrived


def _tells_remedies(request: Values) -> bool:
    replied_otherwise = bool(request.get("replied")) and request.get("outcome") != "granted"
    return not replied_otherwise or bool(request.get("remedies_told"))


CHECKS = (
    Check(
        field="received",
        says="当面提交的以提交之日、邮寄的以签收之日、平常信函和网上、传真提交的以确认之日为收到之日。",
        holds=_received_by_channel,
        source=article("第三十一条"),
    ),
    Check(
        field="confirmed",
        says="确认日期不能早于送达日期。",
        holds=_confirmed_after_arrival,
        source=article("第三十一条"),
    ),
    Check(
        field="remedies_told",
        says="没有全部公开的，答复书须写明申请行政复议、提起行政诉讼的途径和期限。",
        holds=_tells_remedies,
    ),
    Check(
        field="converted",
        says="只有可以公开的信息才能转为主动公开。",
        holds=lambda request: not request.get("converted") or request.get("outcome") in GRANTED,
    ),
    Check(
        field="widely_needed",
        says="需要社会广泛知晓的，先办理“转为主动公开”。",
        holds=lambda request: (
            not request.get("widely_needed")
            or request.get("outcome") not in GRANTED
            or bool(request.get("converted"))
        ),
    ),
)
