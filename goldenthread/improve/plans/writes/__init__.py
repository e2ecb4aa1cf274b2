"""DOOR. A plan is written and reshaped, reported on, evidenced, verified, reworded, and signed for."""

from goldenthread.rules.honesty.action import Remedy as RemedyGiven

from .actions import add_action, add_milestone, edit_action, reach_milestone
from .carrying import Carried
from .challenges import Stock, take_stock, take_stock_of
from .editing import EditedSince, stamp
from .ends import state_end
from .evidence import EvidenceGiven, accept_evidence, offer_evidence, return_evidence, verify_action
from .explaining import ask_for_signature, decline_explanation, sign_explanation
from .faults import CannotSave, ChangedSince
from .money import add_account, fill_posts, promise_money
from .outcomes import MeasureGiven, add_outcome, edit_outcome, measures_of
from .own_figures import keep_figures
from .plan import adopt_plan, begin_plan, edit_plan
from .remedies import approve_remedy, give_remedy
from .reminding import remind, remind_everyone
from .reporting import report_progress, report_theme
from .reporting_outcome import report_outcome
from .risks import close_risk, edit_risk, raise_risk
from .shaping import Asked, Piece, merge_actions, split_action, withdraw_action
from .signing import LONGEST_OVERRIDE, refusal, sign_override
from .themes import add_theme, edit_theme
from .wording import add_dependency, remove_dependency, reword_action

__all__ = [
    "LONGEST_OVERRIDE",
    "Asked",
    "CannotSave",
    "Carried",
    "ChangedSince",
    "EditedSince",
    "EvidenceGiven",
    "MeasureGiven",
    "Piece",
    "RemedyGiven",
    "Stock",
    "accept_evidence",
    "add_account",
    "add_action",
    "add_dependency",
    "add_milestone",
    "add_outcome",
    "add_theme",
    "adopt_plan",
    "approve_remedy",
    "ask_for_signature",
    "begin_plan",
    "close_risk",
    "decline_explanation",
    "edit_action",
    "edit_outcome",
    "edit_plan",
    "edit_risk",
    "edit_theme",
    "fill_posts",
    "give_remedy",
    "keep_figures",
    "measures_of",
    "merge_actions",
    "offer_evidence",
    "promise_money",
    "raise_risk",
    "reach_milestone",
    "refusal",
    "remind",
    "remind_everyone",
    "remove_dependency",
    "report_outcome",
    "report_progress",
    "report_theme",
    "return_evidence",
    "reword_action",
    "sign_explanation",
    "sign_override",
    "split_action",
    "stamp",
    "state_end",
    "take_stock",
    "take_stock_of",
    "verify_action",
    "withdraw_action",
]
