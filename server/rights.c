#include "server/rights.h"

#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "confine.h"
#include "server/server.h"

/* The folders, whose names live as long as they are being allowed. */
struct folders {
    struct confinement allowed;
    char names[2 * CONFINE_FOLDERS][CONFINE_PATH];
    size_t count;
    char real[PATH_MAX]; /* where a link to the index leads */
};

/* What is around `path`, or `path` itself where everything is. */
static void allow_reading(struct folders *folders, const char *path)
{
    struct confinement *allowed = &folders->allowed;

    if (path == NULL || allowed->readable_count == CONFINE_FOLDERS)
        return;
    const char *around = confine_folder_of(folders->names[folders->count++], path);
    allowed->readable[allowed->readable_count++] =
            strcmp(around, "/") == 0 ? path : around;
}

static void allow_writing(struct folders *folders, const char *path)
{
    struct confinement *allowed = &folders->allowed;

    if (allowed->writable_count < CONFINE_FOLDERS)
        allowed->writable[allowed->writable_count++] =
                confine_folder_of(folders->names[folders->count++], path);
}

/* An index is replaced as a whole, or by a link to the next one: what is around it is
   read, and what is around the one that a link leads to. */
static void allow_what_is_needed(struct folders *folders, const struct server *server)
{
    const struct options *options = server->options;
    struct stat about;

    allow_reading(folders, options->index);
    allow_reading(folders, realpath(options->index, folders->real));
    allow_reading(folders, options->limits_file);
    /* A file in the place of an index may name servers. */
    folders->allowed.is_connecting =
            stat(options->index, &about) == 0 && S_ISREG(about.st_mode);
    if (!server->log.is_off && server->log.path != NULL)
        allow_writing(folders, server->log.path);
    if (options->queries != NULL)
        allow_writing(folders, options->queries);
    for (size_t i = 0; i < server->listeners.count; i++)
        if (server->listeners.items[i].path[0] != '\0')
            allow_writing(folders, server->listeners.items[i].path);
}

static void say_confinement(
        const struct confinement_report *report, const struct folders *folders)
{
    bool writes = folders->allowed.writable_count > 0;

    if (report->files_free == NULL) {
        server_say("confined: reads files in %s only, writes %s",
                folders->allowed.readable[0],
                writes ? "its logs or removes its socket" : "none");
    } else {
        server_say("not confined to its files: %s", report->files_free);
    }
    if (report->calls_free == NULL)
        server_say("confined: connects to %s, starts no program",
                folders->allowed.is_connecting ? "servers of its index" : "nothing");
    else
        server_say("not confined in its calls: %s", report->calls_free);
}

static bool become(const char *name)
{
    const struct passwd *user = getpwnam(name);

    if (user == NULL) {
        server_say("--user %s: there is no such user", name);
        return false;
    }
    if (getuid() == user->pw_uid && geteuid() == user->pw_uid)
        return true;
    if (initgroups(name, user->pw_gid) != 0 || setgid(user->pw_gid) != 0 ||
            setuid(user->pw_uid) != 0) {
        server_say("--user %s: cannot become this user: %s", name, strerror(errno));
        return false;
    }
    return true;
}

bool rights_give_up(struct server *server)
{
    const struct options *options = server->options;
    struct confinement_report report;

    if (options->user != NULL && !become(options->user))
        return false;
    if (options->is_unconfined)
        return true;
    struct folders *folders = calloc(1, sizeof *folders);
    if (folders == NULL) {
        server_say("out of memory");
        return false;
    }
    allow_what_is_needed(folders, server);
    confine(&report, &folders->allowed);
    if (options->is_verbose)
        say_confinement(&report, folders);
    free(folders);
    return true;
}
