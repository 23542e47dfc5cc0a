#include "server/toggle.h"

#include <string.h>

void toggle_open(struct text *text, const struct arguments *asked, const char *group,
        const char *name, palpate_view value)
{
    struct arguments other = *asked;
    /* Names that are searched are on: what is asked is to leave one out. */
    bool is_on = asked_has(asked, name, value) != (strcmp(name, "disable") == 0);

    asked_flip(&other, name, value);
    asked_write_form(text, &other);
    text_add_format(text, "<button data-key=\"%s ", group);
    text_add_escaped(text, value);
    text_add_format(
            text, "\" aria-pressed=\"%s\" dir=\"auto\"", is_on ? "true" : "false");
}

void toggle_close(struct text *text)
{
    text_add_string(text, "</button></form>\n");
}
