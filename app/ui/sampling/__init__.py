"""The page of samples: a supervisor draws them, looks at their claims one by one, and reads what came of it."""
