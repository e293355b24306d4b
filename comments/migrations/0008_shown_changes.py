"""What changes a comment that readers see, or the rules and switches beneath an article, changes that article's pages."""

from django.db import migrations

# One that waits, or that never showed, changes no page. Its lane is the moderators' alone.
ON = """
CREATE TRIGGER comments_comment_is_shown AFTER UPDATE ON comments_comment FOR EACH ROW
  WHEN (OLD.status <> 'pending' OR NEW.status <> 'pending')
  EXECUTE FUNCTION articles_note_what_is_shown('article_id', 'lane', 'version', 'original_purged_at');
CREATE TRIGGER comments_comment_is_shown_at_once AFTER INSERT ON comments_comment FOR EACH ROW
  WHEN (NEW.status <> 'pending')
  EXECUTE FUNCTION articles_note_what_is_shown('article_id');
CREATE TRIGGER comments_commentrules_is_shown AFTER INSERT OR UPDATE OR DELETE ON comments_commentrules
  FOR EACH ROW EXECUTE FUNCTION articles_note_what_is_shown('');
CREATE TRIGGER comments_commentswitch_is_shown AFTER INSERT OR UPDATE OR DELETE ON comments_commentswitch
  FOR EACH ROW EXECUTE FUNCTION articles_note_what_is_shown('');
"""
OFF = """
DROP TRIGGER comments_comment_is_shown ON comments_comment;
DROP TRIGGER comments_comment_is_shown_at_once ON comments_comment;
DROP TRIGGER comments_commentrules_is_shown ON comments_commentrules;
DROP TRIGGER comments_commentswitch_is_shown ON comments_commentswitch;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0052_shown_changes"), ("comments", "0007_feedback")]
    operations = [migrations.RunSQL(ON, reverse_sql=OFF)]
