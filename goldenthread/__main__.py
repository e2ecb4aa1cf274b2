from goldenthread.config.cli import main

raise SystemExit(main())
