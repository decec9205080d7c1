"""Long acts, done beside the pages: asked (`asking`), done by the worker (`running`, `kinds`), watched (`progress`)."""
