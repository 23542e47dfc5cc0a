#include "server/page_curation.h"

#include "server/page_spelling.h"
#include "server/web_link.h"

static void add_redirected(struct text *text, const struct shown *shown)
{
    struct arguments typed = shown->asked;
    struct arguments other = shown->asked;

    asked_set(&typed, "no_curation", (palpate_view){ "1", 1 });
    asked_drop(&typed, "offset");
    asked_set_words(&other, shown->answer->redirected);
    text_add_string(text, "<p class=\"spelling\">");
    text_say_piece(text, SAY_SHOWING, 0);
    asked_write_link(text, &other);
    text_add_string(text, " dir=\"auto\">");
    text_add_escaped(text, shown->answer->redirected);
    text_add_string(text, "</a>");
    page_instead(text, &typed, shown);
}

static void add_notice(struct text *text, const palpate_notice *notice)
{
    bool is_link = is_web_link(notice->url);

    text_add_string(text, "<p class=\"notice\" dir=\"auto\">");
    if (is_link) {
        text_add_string(text, "<a href=\"");
        text_add_escaped(text, notice->url);
        text_add_string(text, "\">");
    }
    text_add_escaped(text, notice->text);
    text_add_string(text, is_link ? "</a></p>\n" : "</p>\n");
}

void page_curation(struct text *text, const struct shown *shown)
{
    const palpate_answer *answer = shown->answer;

    if (answer->redirected.size > 0)
        add_redirected(text, shown);
    for (size_t i = 0; i < answer->notice_count; i++)
        add_notice(text, &answer->notices[i]);
}
