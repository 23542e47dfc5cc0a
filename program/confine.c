#include "confine.h"

#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

#include "confine_calls.h"
#include "confine_files.h"

/* Sanitizers look at the process with calls that are refused here. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define HAS_SANITIZER 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif
#ifndef HAS_SANITIZER
#define HAS_SANITIZER 0
#endif

/* Where the name of the last part begins, without slashes after it. */
static size_t last_part(const char *path, size_t size)
{
    while (size > 1 && path[size - 1] == '/')
        size--;
    while (size > 0 && path[size - 1] != '/')
        size--;
    return size;
}

const char *confine_folder_of(char folder[CONFINE_PATH], const char *path)
{
    size_t size = last_part(path, strlen(path));

    if (size == 0) {
        path = ".";
        size = 1;
    }
    while (size > 1 && path[size - 1] == '/')
        size--;
    if (size >= CONFINE_PATH)
        size = 0;
    memcpy(folder, path, size);
    folder[size] = '\0';
    return folder;
}

void confine(struct confinement_report *report, const struct confinement *allowed)
{
    static const char SANITIZER[] = "this is a build with sanitizers";
    static const char PRIVILEGES[] = "the system does not let a process give up rights";
    static const char ASKED[] = "PALPATE_UNCONFINED is set";

    if (HAS_SANITIZER) {
        *report = (struct confinement_report){ SANITIZER, SANITIZER };
    } else if (getenv("PALPATE_UNCONFINED") != NULL) {
        /* Valgrind and debuggers write the code that they run. */
        *report = (struct confinement_report){ ASKED, ASKED };
    } else if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        *report = (struct confinement_report){ PRIVILEGES, PRIVILEGES };
    } else {
        report->files_free = confine_files(allowed);
        report->calls_free = confine_calls(allowed);
    }
}
