"""What the queue of notices holds, and doing it in this process."""

from django_tasks_db.models import DBTaskResult

from articles.models import Notice


def told(heading: str) -> list[str]:
    """The user names of everybody who has a notice whose heading starts like this, one for each notice."""
    notices = Notice.objects.filter(heading__startswith=heading)
    return sorted(notices.values_list("person__username", flat=True))


def run_the_queue() -> int:
    """Do every queued task that is due, oldest first, and say how many; the worker would close the transaction."""
    due = list(DBTaskResult.objects.ready())
    DBTaskResult.objects.filter(pk__in=[result.pk for result in due]).delete()
    for result in due:
        result.task.func(*result.args_kwargs["args"])
    return len(due)
