"""Which indicator a target is one of."""

from tests.planning.places import INDICATORS
from zhunsheng.engine.planning.indicator_words import Said, candidates_for, named_in
from zhunsheng.engine.planning.proposal import IndicatorCandidate


def _found(
    words: str, unit: str = "%", sentence: str = "", task: str = "", *, explicit: bool = True
) -> tuple[IndicatorCandidate, ...]:
    said = Said(
        words=words,
        quote=words,
        sentence=sentence or words,
        task=task or sentence or words,
        unit=unit,
        explicit=explicit,
    )
    return candidates_for(said, INDICATORS)


def _taken(*args: str, explicit: bool = True) -> str:
    found = _found(*args, explicit=explicit)
    return found[0].key if found and found[0].fits else ""


def test_the_words_of_an_indicator_may_have_others_before_them() -> None:
    assert _taken("各级行政机关负责人出庭应诉率") == "a.appearance"


def test_the_most_words_of_those_that_all_stand_in_the_text_decide() -> None:
    assert _taken("败诉率") == "a.lost"
    sentence = "经复议的案件中，行政机关败诉率低于10%"
    assert _taken("行政机关败诉率", "%", sentence) == "a.lost_afterwards"


def test_words_of_the_sentence_complete_a_short_name() -> None:
    sentence = "认真落实“司法建议”“检察建议”，按期办结率达100%"
    assert _taken("按期办结率", "%", sentence) == "b.letters"


def test_words_that_stand_elsewhere_in_the_task_are_offered_and_not_taken() -> None:
    task = "认真办理司法建议、检察建议。切实提高按期办结率。"
    found = _found("按期办结率", "%", "切实提高按期办结率", task)
    assert [(one.key, one.fits) for one in found] == [("b.letters", False)]
    assert "核对" in found[0].reason.zh


def test_a_wording_of_which_a_part_is_missing_says_which() -> None:
    found = _found("按期办结率", "%", "认真办理司法建议，按期办结率达100%")
    assert [(one.key, one.fits) for one in found] == [("b.letters", False)]
    assert "检察建议" in found[0].reason.zh


def test_nothing_is_offered_where_only_the_last_words_are_alike() -> None:
    assert _found("按期办结率", "%", "工单按期办结率达100%") == ()


def test_who_is_trained_is_not_what_is_counted() -> None:
    assert _found("执法人员集中培训", "次") == ()


def test_a_number_of_times_is_no_share_and_no_number_of_people() -> None:
    assert _taken("召开府院联席会议", "次") == "b.meetings"
    assert _found("负责人出庭率", "次") == ()
    assert _found("执法人员", "次") == ()
    assert _taken("新增执法人员", "人") == "b.officers"


def test_all_of_something_is_its_share() -> None:
    assert _taken("做到法定公开内容全部公开到位", explicit=False) == "c.published"
    assert _taken("做到公开内容全部到位", explicit=False) == ""


def test_the_rate_that_a_target_is_compared_with_is_found_by_its_words() -> None:
    assert named_in("本地区同期行政诉讼败诉率", INDICATORS) == "a.lost"
    assert named_in("全省平均水平", INDICATORS) == ""
