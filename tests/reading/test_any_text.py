"""Whatever a file holds, reading and auditing end, and every quote stands where it says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.texts import document_of
from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.reading.read import read

_WORDS = st.lists(
    st.sampled_from(
        "一、 （一） 1. 第一章 责任单位： 牵头单位：县司法局； 〔 〕 （ ） 《 》 〈 〉 其中 共 合计 占 不少于 达到 以上 同比增长 上年为 "
        "12件 98% 2.7万件 100% 3,902件 每年 年底前 2024年 6月底前 | \n 。 ； ， 、 ： 县政府 各镇 受理案件 办结率 其他 总计 序号 数量".split(
            " "
        )
    ),
    max_size=60,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(_WORDS, st.text(max_size=300)))
def test_any_text_is_read_and_every_quote_stands_where_it_says(text: str) -> None:
    reading = read(document_of(text))
    found = audit(reading)
    places: list[Place] = [
        *(figure.place for figure in reading.figures),
        *(target.place for target in reading.targets),
        *(deadline.place for deadline in reading.deadlines),
        *(instrument.place for instrument in reading.instruments),
        *(unit.place for task in reading.tasks for unit in task.units),
        *(place for finding in found.findings for place in finding.places),
    ]
    for place in places:
        assert 0 <= place.start < place.end <= len(text)
        assert reading.flow.quote(place).replace(" ", "") == place.quote.replace(" ", "")
