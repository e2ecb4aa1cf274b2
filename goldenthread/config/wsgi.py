import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
application = get_wsgi_application()

# What is loaded once stays until the end: reading the addresses loads every page's code, and then all of it is put
# out of the garbage collector's sight. Otherwise a full collection, which walks through it, costs some request 80 to
# 150 ms. Django's template contexts hold themselves, so that what a page was made from waits for the collector: some
# 14,000 objects for a plan of 1,000 actions. It looks every few pages, not several times in each.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
