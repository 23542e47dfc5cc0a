#include <stdio.h>
#include <string.h>

#include "server/ask.h"
#include "server/assets.h"
#include "server/choices.h"
#include "server/page_answer.h"
#include "server/routes.h"
#include "server/server.h"
#include "server/text.h"

static const char TITLE_MARK[] = "<!--palpate:title-->";
static const char QUERY_MARK[] = "<!--palpate:query-->";
static const char ANSWER_MARK[] = "<!--palpate:answer-->";

/* Adds the page up to a mark and steps after it; all the rest where it has no such
 * mark. */
static void add_until(struct text *text, palpate_view *page, const char *mark)
{
    const char *place = memmem(page->data, page->size, mark, strlen(mark));
    size_t before = place == NULL ? page->size : (size_t)(place - page->data);
    size_t taken = place == NULL ? before : before + strlen(mark);

    text_add(text, (palpate_view){ page->data, before });
    *page = (palpate_view){ page->data + taken, page->size - taken };
}

/* Only the answer, for the script of the page: exactly what the page has in its place.
 */
static bool is_fragment(const struct request *request)
{
    return strcmp(request->path, "/answer") == 0;
}

static bool is_shown(const struct request *request)
{
    return strcmp(request->path, "/") == 0 || is_fragment(request);
}

static void write_answer(
        struct text *text, const struct request *request, const struct shown *shown)
{
    if (shown != NULL)
        page_answer(text, shown);
    else if (request->reply.detail[0] != '\0')
        page_problem(text, &request->arguments, request->reply.detail,
                request->reply.retry_after > 0);
}

/* The query stands before the answer in the page. */
static void write_page(
        struct text *text, const struct request *request, const struct shown *shown)
{
    palpate_view page = asset_find("index.html")->bytes;
    /* What makes no sense was not read. */
    palpate_view words =
            shown != NULL ? request->question->asked : request_argument(request, "q");

    if (is_fragment(request)) {
        write_answer(text, request, shown);
        return;
    }
    add_until(text, &page, TITLE_MARK);
    if (words.size > 0 || shown != NULL) {
        text_add_escaped(
                text, words.size > 0 ? words : PALPATE_VIEW("Similar articles"));
        text_add_string(text, " – ");
    }
    add_until(text, &page, QUERY_MARK);
    text_add_escaped(text, words);
    add_until(text, &page, ANSWER_MARK);
    write_answer(text, request, shown);
    text_add(text, page);
}

void page_for_person(struct request *request)
{
    struct reply problem = request->reply;
    struct text text;

    if (problem.detail[0] == '\0' || !request->takes_page || !is_shown(request))
        return;
    text_open(&text);
    write_page(&text, request, NULL);
    reply_text(&request->reply, problem.status, asset_find("index.html")->type, &text);
    request->reply.is_page = request->reply.status == problem.status;
    request->reply.is_kept_nowhere = true;
    request->reply.allow = problem.allow;
    request->reply.retry_after = problem.retry_after;
}

bool read_page(struct request *request, const struct limits *limits)
{
    palpate_view words = request_argument(request, "q");
    palpate_view like = request_argument(request, "like");
    const char *languages = request->languages == NULL ? "" : request->languages;
    const struct ask_for what = { words,
        words.size > 0 ? (palpate_view){ "", 0 } : like,
        { languages, strlen(languages) } };
    char form[64]; /* another version may write the answer otherwise */

    if (words.size == 0 && like.size == 0) {
        reply_problem(&request->reply, 400, "The argument q is missing");
        return false;
    }
    (void)snprintf(form, sizeof form, "%s %s",
            is_fragment(request) ? "answer" : asset_find("index.html")->digest,
            palpate_version());
    return ask_read(request, form, &what, limits);
}

static void reply_shown(struct request *request, const struct shown *shown)
{
    struct text text;
    char etag[REPLY_ETAG];

    memcpy(etag, request->reply.etag, sizeof etag);
    text_open(&text);
    write_page(&text, request, shown);
    reply_text(&request->reply, 200, asset_find("index.html")->type, &text);
    request->reply.is_page = true;
    if (request->is_final)
        memcpy(request->reply.etag, etag, sizeof etag);
    else
        request->reply.is_kept_nowhere = true;
}

static void answer_question(struct request *request, struct worker *worker)
{
    struct shown shown = { .question = request->question,
        .limits = server_limits(request->server) };
    struct choices choices = { 0 };
    palpate_answer *answer = ask(request, worker);

    if (answer != NULL) {
        shown.answer = answer;
        asked_read(&shown.asked, request->question, &request->arguments);
        choices_find(&choices, &shown, request, worker);
        reply_shown(request, &shown);
    }
    choices_free(&choices);
    palpate_answer_free(answer);
}

void answer_page(struct request *request, struct worker *worker)
{
    bool is_index = request->path[1] == '\0';
    const struct asset *asset = asset_find(is_index ? "index.html" : request->path + 1);
    struct text text;

    if (worker != NULL) {
        answer_question(request, worker);
        return;
    }
    if (is_index) {
        text_open(&text);
        write_page(&text, request, NULL);
        reply_text(&request->reply, 200, asset->type, &text);
    } else {
        reply_static(&request->reply, 200, asset->type, asset->bytes);
    }
    request->reply.is_page = true;
    (void)snprintf(
            request->reply.etag, sizeof request->reply.etag, "W/\"%s\"", asset->digest);
}
