"""How the yearly report on building a law-based government is built."""

from zhunsheng.engine.reporting.declarations import Chapter, Genre, Theme

THEMES = (
    Theme(key="functions", title="依法全面履行政府职能，优化法治化营商环境"),
    Theme(key="institutions", title="健全依法行政制度体系"),
    Theme(key="decisions", title="推进行政决策科学民主依法"),
    Theme(key="enforcement", title="严格规范公正文明执法"),
    Theme(key="emergencies", title="依法预防和处置突发事件"),
    Theme(key="disputes", title="依法预防和化解矛盾纠纷"),
    Theme(key="oversight", title="规范和监督行政权力运行"),
    Theme(key="digital", title="建设数字法治政府"),
    Theme(key="publicity", title="增强全社会法治意识"),
)
LAW_BASED_GOVERNMENT = Genre(
    key="law_based_government",
    label="法治政府建设年度报告",
    register="report",
    title="{issuer}关于{year}年法治政府建设情况的报告",
    opening=(
        "{year}年，{region}把法治政府建设作为全面依法治理的重点任务，依照年度计划逐项推进。"
        "现将有关情况报告如下。"
    ),
    chapters=(
        Chapter(
            key="duties",
            title="政府主要负责人履行推进法治政府建设第一责任人职责的情况",
            fed="duties",
        ),
        Chapter(
            key="measures",
            title="{year}年推进法治政府建设的主要举措和成效",
            fed="measures",
            themes=THEMES,
        ),
        Chapter(key="shortcomings", title="存在的不足和原因", fed="shortcomings"),
        Chapter(key="arrangements", title="{next}年推进法治政府建设的主要安排", fed="arrangements"),
    ),
    basis="法治政府建设与责任落实督察工作规定第二十四条、第二十五条",
)
