"""Area imaging: handbook 004, part two, radiology (RAD), sonography (SON), CT, MRI and nuclear medicine (NUC)."""
