"""Samples: the same seed over the same claims gives the same sample, and each method draws what it says it draws."""

from dataclasses import replace
from fractions import Fraction
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from app.domain.claim import ClaimKind
from app.domain.deviations import MILLION, Measure, Usual, deviations
from app.domain.office_records import SampleMethod
from app.domain.sampling import Ambiguous, Candidate, SamplePlan, candidates_digest, draw_sample, lot

KINDS = (ClaimKind.IMAGING, ClaimKind.VISIT)


@st.composite
def a_candidate(draw: st.DrawFn, number: int) -> Candidate:
    claimed = draw(st.integers(0, 5_000_000))
    return Candidate(
        id=number,
        centre=draw(st.sampled_from(["P-1", "P-2"])),
        kind=draw(st.sampled_from(KINDS)),
        claimed=claimed,
        approved=draw(st.integers(0, claimed)),
        diagnosis=draw(st.sampled_from([None, "درد شکم", "درد‌ شكم", "سردرد"])),
        ambiguous=draw(st.sampled_from([(), (), ("RAD-03",)])),
    )


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    return [draw(a_candidate(number)) for number in range(1, draw(st.integers(0, 40)) + 1)]


PLANS = st.builds(
    SamplePlan,
    method=st.sampled_from(SampleMethod),
    size=st.integers(1, 30),
    seed=st.integers(0, 999),
    ambiguous=st.sampled_from(Ambiguous),
    limit=st.sampled_from([None, 1_000_000]),
    usual=st.sampled_from(Usual),
    measure=st.sampled_from(Measure),
    least_peers=st.integers(1, 6),
)


def numbers(drawn) -> list[int]:
    return [one.claim_id for one in drawn]


def many(count: int, **changes) -> list[Candidate]:
    alike = Candidate(1, "P-1", ClaimKind.IMAGING, claimed=1_000, approved=1_000)
    return [replace(alike, id=number, **changes) for number in range(1, count + 1)]


@given(candidates(), PLANS, st.randoms(use_true_random=False))
def test_the_same_seed_gives_the_same_sample_in_whatever_order_the_claims_come(claims, plan, chance) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert draw_sample(claims, plan) == draw_sample(shuffled, plan)
    assert candidates_digest(claims) == candidates_digest(shuffled)


@given(candidates(), PLANS)
def test_each_claim_is_drawn_once_from_those_that_may_be_drawn_and_says_why(claims, plan) -> None:
    drawn = draw_sample(claims, plan)
    assert len(set(numbers(drawn))) == len(drawn)
    assert set(numbers(drawn)) <= {claim.id for claim in claims}
    assert all(one.why.endswith(".") and "{" not in one.why for one in drawn)
    if plan.method is not SampleMethod.VALUE or plan.limit is None:
        assert len(drawn) <= plan.size


@given(candidates(), PLANS)
def test_a_random_sample_is_as_large_as_was_asked_and_possible(claims, plan) -> None:
    drawn = draw_sample(claims, replace(plan, method=SampleMethod.RANDOM, ambiguous=Ambiguous.ALIKE))
    assert len(drawn) == min(plan.size, len(claims))
    assert numbers(drawn) == sorted((claim.id for claim in claims), key=lambda one: lot(plan.seed, one))[: plan.size]


@given(candidates(), PLANS)
def test_what_rests_on_an_ambiguous_rule_comes_first_or_alone(claims, plan) -> None:
    ambiguous = {claim.id for claim in claims if claim.ambiguous}
    plan = replace(plan, limit=None)
    only = draw_sample(claims, replace(plan, ambiguous=Ambiguous.ONLY))
    assert set(numbers(only)) <= ambiguous
    assert all("RAD-03" in one.why for one in only)
    first = draw_sample(claims, replace(plan, ambiguous=Ambiguous.FIRST))
    assert first[: len(only)] == only
    assert not set(numbers(first[len(only) :])) & ambiguous


@given(candidates(), PLANS)
def test_a_sample_by_value_takes_all_from_the_limit_on_and_nothing_that_pays_nothing(claims, plan) -> None:
    plan = replace(plan, method=SampleMethod.VALUE, ambiguous=Ambiguous.ALIKE)
    by_id = {claim.id: claim for claim in claims}
    drawn = numbers(draw_sample(claims, plan))
    assert all(by_id[number].approved for number in drawn)
    above = {claim.id for claim in claims if plan.limit is not None and claim.approved >= plan.limit}
    assert above <= set(drawn)
    paying = sum(1 for claim in claims if claim.approved and claim.id not in above)
    assert len(drawn) == len(above) + min(plan.size, paying)


@given(candidates(), PLANS)
def test_in_a_sample_by_value_a_claim_as_large_as_a_step_is_sure_to_come(claims, plan) -> None:
    plan = replace(plan, method=SampleMethod.VALUE, ambiguous=Ambiguous.ALIKE, limit=None)
    total = sum(claim.approved for claim in claims)
    drawn = numbers(draw_sample(claims, plan))
    assert {claim.id for claim in claims if claim.approved and claim.approved * plan.size >= total} <= set(drawn)


def test_over_many_seeds_a_claim_is_drawn_as_often_as_it_is_worth() -> None:
    claims = [replace(claim, approved=100 + 50 * (claim.id % 4)) for claim in many(40)]
    total = sum(claim.approved for claim in claims)
    times = dict.fromkeys((claim.id for claim in claims), 0)
    for seed in range(500):
        for drawn in draw_sample(claims, SamplePlan(SampleMethod.VALUE, 5, seed)):
            times[drawn.claim_id] += 1
    for worth in (100, 150, 200, 250):
        alike = [claim.id for claim in claims if claim.approved == worth]
        share = Fraction(sum(times[number] for number in alike), 500 * 5)
        assert abs(share - Fraction(worth * len(alike), total)) < Fraction(3, 100)


def test_two_seeds_give_two_samples_and_the_lots_are_those_of_sha_256() -> None:
    claims = many(100)
    first, second = (draw_sample(claims, SamplePlan(SampleMethod.RANDOM, 10, seed)) for seed in (1, 2))
    assert numbers(first) != numbers(second)
    assert lot(1395, 7).startswith("83fae0ae3d86")


def test_a_claim_far_from_what_its_centre_is_paid_comes_first_and_says_how_far() -> None:
    claims = [replace(claim, approved=900 + 10 * claim.id) for claim in many(11)]
    claims.append(Candidate(12, "P-1", ClaimKind.IMAGING, claimed=1_060, approved=1_060))
    claims.append(Candidate(13, "P-1", ClaimKind.IMAGING, claimed=9_000, approved=9_000))
    drawn = draw_sample(claims, SamplePlan(SampleMethod.DEVIATION, 1, 1))
    assert numbers(drawn) == [13]
    assert drawn[0].why == (
        "مبلغ تأییدشده آن ۹٬۰۰۰ ریال است؛ میانه سندهای هم‌نوع همین مرکز ۹۷۰ ریال است (۲۶۷٫۶۶ برابر پراکندگی معمول،"
        " از ۱۳ سند)."
    )


def test_a_share_is_compared_in_percent_of_what_was_claimed() -> None:
    claims = [replace(claim, approved=990 - claim.id) for claim in many(9)]
    claims.append(Candidate(10, "P-1", ClaimKind.IMAGING, claimed=1_000, approved=500))
    plan = SamplePlan(SampleMethod.DEVIATION, 1, 1, measure=Measure.SHARE, usual=Usual.KIND)
    (drawn,) = draw_sample(claims, plan)
    assert drawn.claim_id == 10
    assert drawn.why.startswith("از آن ۵۰٪ کسر شده است؛ میانه سندهای هم‌نوع ۱٫۶٪ است")


def test_too_few_like_claims_tell_nothing_of_what_is_usual() -> None:
    claims = [replace(claim, approved=100 * claim.id) for claim in many(7)]
    assert draw_sample(claims, SamplePlan(SampleMethod.DEVIATION, 5, 1)) == ()
    others = [replace(claim, id=100 + claim.id) for claim in claims]
    assert draw_sample(claims, SamplePlan(SampleMethod.DEVIATION, 5, 1), [*claims, *others])


@given(candidates(), st.sampled_from(Usual), st.sampled_from(Measure), st.integers(1, 6))
def test_a_deviation_is_the_distance_from_the_median_in_usual_distances(claims, usual, measure, least) -> None:
    for number, found in deviations(claims, claims, usual, measure, least).items():
        claim = next(one for one in claims if one.id == number)
        peers = [one for one in claims if _alike(one, claim, usual)]
        values = [Fraction(_value(one, measure)) for one in peers]
        middle = median(values)
        off = [abs(value - middle) for value in values]
        spread = median(off) or sum(off) / len(off)
        assert found.peers == len(peers) >= least
        assert found.value == _value(claim, measure)
        assert found.usual == int(middle)
        assert found.hundredths == int(100 * abs(found.value - middle) / spread) > 0


def _value(claim: Candidate, measure: Measure) -> int:
    if measure is Measure.APPROVED:
        return claim.approved
    return claim.deducted * MILLION // claim.claimed if claim.claimed else 0


def _alike(one: Candidate, other: Candidate, usual: Usual) -> bool:
    same = {
        Usual.CENTRE: lambda claim: claim.centre,
        Usual.KIND: lambda _claim: None,
        Usual.DIAGNOSIS: lambda claim: (claim.diagnosis or "").replace("\u200c", "").replace("ك", "ک"),
    }[usual]
    return one.kind is other.kind and same(one) == same(other)
