"""The law ledger and map (法治账图): procedures as charts, and per unit its powers, duties and terms."""
