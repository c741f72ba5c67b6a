# The programs as they travel are the programs as they are written: comments apart, the same syntax tree.
import ast
import os
import unittest

TRAVELLING = os.environ["STREAMFLEET_TRAVELLING"]
WRITTEN = os.environ["STREAMFLEET_WRITTEN"]


class Programs(unittest.TestCase):
    def test_every_program(self):
        names = sorted(name for name in os.listdir(WRITTEN) if name.endswith(".py"))
        self.assertIn("stream_manager.py", names)
        for name in names:
            with open(os.path.join(WRITTEN, name)) as written, open(os.path.join(TRAVELLING, name)) as travelling:
                # 3.8 is Ubuntu 20.04's.
                self.assertEqual(ast.dump(ast.parse(written.read(), feature_version=(3, 8))),
                                 ast.dump(ast.parse(travelling.read(), feature_version=(3, 8))), name)
