"""What people see: Components V2 layouts, one file per card, with the escaping and the budget they share."""
