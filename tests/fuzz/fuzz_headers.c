/* Any string is what a client writes in its headers: an address, languages, codings,
   tags, the first line.  What is read of it is read of itself again. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/view.h"
#include "fuzz.h"
#include "server/form.h"
#include "server/languages.h"
#include "server/request.h"

static void require_address(const char *text)
{
    struct address address = { .is_known = false };
    struct address again = { .is_known = false };

    if (!address_parse(&address, text))
        return;
    REQUIRE(address.is_known);
    REQUIRE(address_parse(&again, address.text) && address_equals(&address, &again));
}

static void require_languages(const char *text)
{
    char out[LANGUAGES_SIZE];
    char out_again[LANGUAGES_SIZE];
    palpate_view read = languages_read(out, view_of(text));
    palpate_view again = languages_read(out_again, read);

    REQUIRE(read.size <= sizeof out);
    REQUIRE(view_equals(read, again));
    for (size_t i = 0; i < read.size; i++)
        REQUIRE(islower((unsigned char)read.data[i]) || read.data[i] == ',');
}

static void require_form(const char *text)
{
    size_t size = strlen(text);
    bool has_control = false;

    for (size_t i = 0; i < size; i++)
        has_control |= (unsigned char)text[i] < ' ' && text[i] != '\t';
    if (has_control) {
        REQUIRE(form_target_fault(text) != NULL);
        REQUIRE(form_method_fault(text) != NULL);
        REQUIRE(form_header_fault(PALPATE_VIEW("X"), view_of(text)) != NULL);
    }
    if (form_header_fault(view_of(text), PALPATE_VIEW("")) == NULL)
        REQUIRE(size > 0 && form_method_fault(text) == NULL);
    const char *path = form_path(text);
    REQUIRE((path >= text && path <= text + size) || strcmp(path, "/") == 0);
}

void fuzz_one(palpate_view bytes)
{
    char *text = fuzz_string(bytes);

    require_address(text);
    require_languages(text);
    require_form(text);
    (void)request_takes_gzip(text);
    (void)request_has_tag(text, "\"a\"");
    free(text);
}
