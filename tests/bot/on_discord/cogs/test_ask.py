import logging
import sqlite3
from contextlib import closing

import pytest

from bot.on_discord.answering import MAX_QUESTION
from tests.discord_rules import permission_faults
from tests.reading import labels, plain_text_of, response_of, text_of
from tests.simulated_server import Server

SIGNED = "Where was the river accord signed?"
GUNBOATS = "What did Sudria agree to withdraw?"


async def test_a_question_is_deferred_at_once_and_answered_with_a_cited_excerpt(server: Server) -> None:
    result = await server.ann.slash(server.channel, "ask", question=SIGNED)
    callbacks = [entry for entry in server.env.http_requests if entry.path.endswith("/callback")]
    assert [entry.json["type"] for entry in callbacks] == [5]
    shown = text_of(response_of(result))
    assert shown.splitlines()[1].startswith("> ")
    assert "signed the river accord in Port Amity on Thursday." in plain_text_of(response_of(result))
    assert "**" in shown.splitlines()[1]
    assert "Envoys sign the river accord · The Delta Courier · 3 May 2024 · paragraph 1" in shown
    assert "(https://courier.example/accord#:~:text=" in shown
    assert "As of 21 October 2024" in shown
    assert not response_of(result).ephemeral


async def test_the_buttons_are_there(server: Server) -> None:
    result = await server.ann.slash(server.channel, "ask", question=SIGNED)
    shown = labels(response_of(result))
    assert shown[0] == "In context"
    assert shown[-4:] == ["Ask a follow-up", "Why", "Helpful", "Not helpful"]


async def test_documents_that_do_not_say_are_said_to_be_silent(server: Server) -> None:
    result = await server.ann.slash(server.channel, "ask", question="What is the capital of Australia?")
    assert "**My documents do not say.**" in text_of(response_of(result))


async def test_a_period_and_a_source_narrow_the_question(server: Server) -> None:
    result = await server.ann.slash(
        server.channel,
        "ask",
        question="What happened in the estuary?",
        since="2024-10-05",
        until="October 2024",
        source="Estuary Times",
    )
    shown = text_of(response_of(result))
    assert "Fishing talks adjourned" in shown
    assert "The Delta Courier" not in shown
    assert "since 5 October 2024 · until 31 October 2024 · from Estuary Times" in shown


async def test_a_date_that_is_none_gets_one_sentence(server: Server) -> None:
    result = await server.ann.slash(server.channel, "ask", question=SIGNED, since="when it rains")
    assert "is not a date that can be understood" in response_of(result).content
    assert server.env.errors


async def test_a_period_that_ends_before_it_begins_gets_one_sentence(server: Server) -> None:
    result = await server.ann.slash(
        server.channel, "ask", question=SIGNED, since="2024-10-01", until="2024-09-01"
    )
    shown = [*result.followups, response_of(result)]
    assert any("before it begins" in message.content for message in shown)
    assert server.env.errors


async def test_sources_are_suggested_as_they_are_typed(server: Server) -> None:
    every = await server.ann.autocomplete(server.channel, "ask", "source", "", question=SIGNED)
    some = await server.ann.autocomplete(server.channel, "ask", "source", "delta", question=SIGNED)
    assert sorted(choice["value"] for choice in every) == ["Estuary Times", "The Delta Courier"]
    assert [choice["value"] for choice in some] == ["The Delta Courier"]


async def test_a_mention_is_answered_with_a_reply_that_pings_nobody(server: Server) -> None:
    asked = await server.ann.send(server.channel, f"{server.mention} {SIGNED}")
    answer = server.channel.last_message
    assert answer is not None
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    assert "Port Amity" in plain_text_of(answer)
    assert f"### {SIGNED}" in text_of(answer)
    assert answer.mentions == []


async def test_a_direct_message_needs_no_mention(server: Server) -> None:
    await server.ann.send_dm(SIGNED)
    answer = server.ann.user.dm_channel.last_message
    assert answer is not None
    assert "Port Amity" in plain_text_of(answer)


async def test_the_command_works_in_a_direct_message(server: Server) -> None:
    await server.ann.send_dm("/help")
    result = await server.ann.user.slash("ask", question=SIGNED)
    assert "Port Amity" in plain_text_of(response_of(result))


async def test_what_is_not_asked_of_the_bot_is_left_alone(server: Server) -> None:
    robot = server.guild.add_member(server.env.create_user("robot", bot=True))
    await server.ann.send(server.channel, SIGNED)
    await server.ann.send(server.channel, f"@everyone {SIGNED}")
    await robot.send(server.channel, f"{server.mention} {SIGNED}")
    assert len(server.channel.history()) == 3


async def test_a_mention_and_nothing_else_is_told_how_to_ask(server: Server) -> None:
    await server.ann.send(server.channel, server.mention)
    assert server.channel.last_message is not None
    assert "Ask me a question" in server.channel.last_message.content


async def test_a_question_that_is_too_long_is_told_so(server: Server) -> None:
    await server.ann.send(server.channel, f"{server.mention} {'why ' * MAX_QUESTION}")
    assert server.channel.last_message is not None
    assert f"{MAX_QUESTION} characters" in server.channel.last_message.content


async def test_a_question_with_nothing_to_look_for_is_answered_all_the_same(server: Server) -> None:
    result = await server.ann.slash(server.channel, "ask", question="who is it?")
    assert "About what? Choose one" in text_of(response_of(result))


async def test_a_question_that_is_markup_is_shown_as_text(server: Server) -> None:
    result = await server.ann.slash(
        server.channel, "ask", question="<@1> @everyone **accord** https://evil.example"
    )
    shown = text_of(response_of(result))
    assert "### \\<\\@1> \\@everyone \\*\\*accord\\*\\* https\\://evil.example" in shown


async def test_a_follow_up_is_asked_in_a_form_and_keeps_the_filters(server: Server) -> None:
    result = await server.ann.slash(server.channel, "ask", question=SIGNED, source="The Delta Courier")
    shown = await server.ann.click(response_of(result), label="Ask a follow-up")
    assert shown.modal is not None
    assert shown.modal["title"] == "Ask a follow-up"
    answer = await server.ann.submit_modal(shown, {"question": "What happened in the estuary?"})
    assert "from The Delta Courier" in text_of(response_of(answer))
    assert "Estuary Times" not in text_of(response_of(answer))


async def test_a_follow_up_in_the_form_is_asked_together_with_its_question(server: Server) -> None:
    result = await server.ann.slash(server.channel, "ask", question=SIGNED)
    shown = await server.ann.click(response_of(result), label="Ask a follow-up")
    answer = await server.ann.submit_modal(shown, {"question": "and when?"})
    assert "about: river accord" in text_of(response_of(answer))
    assert "on Thursday" in plain_text_of(response_of(answer))
    again = await server.ann.click(response_of(answer), label="Ask a follow-up")
    last = await server.ann.submit_modal(again, {"question": "and who?"})
    assert "river accord" in text_of(response_of(last)).splitlines()[1]


async def test_a_mention_leans_on_what_the_same_person_asked_there_before(server: Server) -> None:
    await server.ann.send(server.channel, f"{server.mention} {SIGNED}")
    await server.ann.send(server.channel, f"{server.mention} and when?")
    answer = server.channel.last_message
    assert answer is not None
    assert "### and when?\n-# about: river accord" in text_of(answer)


async def test_a_mention_leans_on_nothing_that_somebody_else_asked_or_elsewhere(server: Server) -> None:
    await server.ann.send(server.channel, f"{server.mention} {SIGNED}")
    bob = server.guild.add_member(server.env.create_user("bob"))
    await bob.send(server.channel, f"{server.mention} and when?")
    assert server.channel.last_message is not None
    assert "about:" not in text_of(server.channel.last_message)
    await server.ann.send_dm("and when?")
    assert server.ann.user.dm_channel.last_message is not None
    assert "about:" not in text_of(server.ann.user.dm_channel.last_message)


async def test_a_direct_message_leans_on_the_one_before(server: Server) -> None:
    await server.ann.send_dm(SIGNED)
    await server.ann.send_dm("when was that?")
    answer = server.ann.user.dm_channel.last_message
    assert answer is not None
    assert "about: " in text_of(answer)


async def test_a_form_opened_before_a_restart_still_works(server: Server) -> None:
    result = await server.ann.slash(server.channel, "ask", question=SIGNED)
    shown = await server.ann.click(response_of(result), label="Ask a follow-up")
    await server.restart()
    answer = await server.ann.submit_modal(shown, {"question": GUNBOATS})
    assert "gunboats" in plain_text_of(response_of(answer))


# What can go wrong


@pytest.mark.parametrize("history", [True, False])
async def test_a_channel_whose_history_is_closed_gets_no_reply_but_an_answer(
    server: Server, *, history: bool
) -> None:
    channel = server.channel_where_the_bot(read_message_history=history)
    await server.ann.send(channel, f"{server.mention} {SIGNED}")
    answer = channel.last_message
    assert answer is not None
    assert "Port Amity" in plain_text_of(answer)
    assert (answer.reference is not None) is history
    assert permission_faults(server.env) == []


async def test_a_person_is_told_privately_where_the_bot_may_not_write(server: Server) -> None:
    channel = server.channel_where_the_bot(send_messages=False)
    await server.ann.send(channel, f"{server.mention} {SIGNED}")
    assert len(channel.history()) == 1
    told = server.ann.user.dm_channel.last_message
    assert told is not None
    assert "Send Messages" in told.content
    assert permission_faults(server.env) == []


async def test_nothing_is_raised_when_that_person_takes_no_direct_messages(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    channel = server.channel_where_the_bot(send_messages=False)
    server.env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    with caplog.at_level(logging.INFO, "bot"):
        await server.ann.send(channel, f"{server.mention} {SIGNED}")
    assert "could not be told" in caplog.text


async def test_the_command_works_where_the_bot_may_not_write(server: Server) -> None:
    channel = server.channel_where_the_bot(send_messages=False)
    result = await server.ann.slash(channel, "ask", question=SIGNED)
    assert "Port Amity" in plain_text_of(response_of(result))


async def test_a_thread_is_answered_in(server: Server) -> None:
    started = await server.ann.send(server.channel, "Let us talk about the accord.")
    thread = (
        await server.bot.get_channel(server.channel.id)
        .get_partial_message(started.id)
        .create_thread(name="t")
    )
    handle = next(handle for handle in server.channel.threads if handle.id == thread.id)
    await server.ann.send(handle, f"{server.mention} {SIGNED}")
    assert handle.last_message is not None
    assert "Port Amity" in plain_text_of(handle.last_message)


async def test_a_question_deleted_meanwhile_is_answered_below(server: Server) -> None:
    server.delete_each_message_when_it_is_answered()
    await server.ann.send(server.channel, f"{server.mention} {SIGNED}")
    answer = server.channel.last_message
    assert answer is not None
    assert "Port Amity" in plain_text_of(answer)


async def test_a_missed_deadline_is_left(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    server.let_time_pass_before_each_interaction(seconds=4)
    with caplog.at_level(logging.INFO, "bot"):
        result = await server.ann.slash(server.channel, "ask", question=SIGNED)
    assert result.response is None
    assert "acknowledged too late" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_form_that_opens_too_late_is_left(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    result = await server.ann.slash(server.channel, "ask", question=SIGNED)
    server.let_time_pass_before_each_interaction(seconds=4)
    with caplog.at_level(logging.INFO, "bot"):
        shown = await server.ann.click(response_of(result), label="Ask a follow-up")
    assert shown.modal is None
    assert "acknowledged too late" in caplog.text


@pytest.mark.parametrize("code", [10008, 10015, 50027])
async def test_an_answer_that_nobody_waits_for_any_more_is_left(
    server: Server, caplog: pytest.LogCaptureFixture, code: int
) -> None:
    server.env.inject_error("PATCH", "/webhooks/*", status=404, code=code)
    with caplog.at_level(logging.INFO, "bot"):
        await server.ann.slash(server.channel, "ask", question=SIGNED)
    assert "could not be delivered" in caplog.text


async def test_a_failure_of_discord_is_told_with_an_id_that_the_log_has(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.env.inject_error("PATCH", "/webhooks/*", status=500)
    result = await server.ann.slash(server.channel, "ask", question=SIGNED)
    told = response_of(result).content
    identity = told.rpartition("`")[0].rpartition("`")[2]
    assert "Something went wrong" in told
    assert identity
    assert identity in caplog.text
    assert server.env.errors


async def test_an_answer_is_not_lost_when_typing_cannot_be_shown(server: Server) -> None:
    server.env.inject_error("POST", "/channels/*/typing", status=500)
    await server.ann.send(server.channel, f"{server.mention} {SIGNED}")
    assert server.channel.last_message is not None
    assert "Port Amity" in plain_text_of(server.channel.last_message)


async def test_a_channel_that_closes_meanwhile_is_left(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    with caplog.at_level(logging.INFO, "bot"):
        await server.ann.send(server.channel, f"{server.mention} {SIGNED}")
    assert "could not be replied to" in caplog.text


async def test_a_busy_bot_says_so(server: Server) -> None:
    with server.busy_library():
        result = await server.ann.slash(server.channel, "ask", question=SIGNED)
        await server.ann.send(server.channel, f"{server.mention} {SIGNED}")
        suggested = await server.ann.autocomplete(server.channel, "ask", "source", "", question=SIGNED)
    shown = [response_of(result).content, *(message.content for message in result.followups)]
    assert any("busy" in content for content in shown)
    assert server.channel.last_message is not None
    assert "busy" in server.channel.last_message.content
    assert suggested == []
    assert server.env.errors


async def test_a_question_that_cannot_be_remembered_is_answered_without_its_buttons(server: Server) -> None:
    with closing(sqlite3.connect(server.bot.settings.database)) as database:
        database.execute("ALTER TABLE bot_requests RENAME TO lost")
    result = await server.ann.slash(server.channel, "ask", question=SIGNED)
    assert "Port Amity" in plain_text_of(response_of(result))
    assert set(labels(response_of(result))) == {"In context"}


async def test_the_bot_asks_for_no_privileged_intent(server: Server) -> None:
    intents = server.bot.intents
    assert not (intents.message_content or intents.members or intents.presences)


async def test_commands_can_be_installed_on_a_server_or_by_a_user(server: Server) -> None:
    sent = next(entry.json for entry in server.env.http_requests if entry.method == "PUT")
    commands = {command["name"]: command for command in sent}
    for name in ("ask", "sources", "privacy", "help"):
        assert commands[name]["integration_types"] == [0, 1]
        assert commands[name]["contexts"] == [0, 1, 2]
