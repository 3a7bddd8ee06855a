"""What holds for every test: garbage is looked for seldom.

Each look goes through much of pytest and of Textual; at the usual rate that is a tenth of the whole run.
"""

import gc

gc.set_threshold(50_000, 50, 1_000)
