"""The modifiers of the relative value book (MOD): article 1 of its guide, codes 20 to 99."""
